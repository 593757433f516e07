# The Python environment of bench and oracle, in a folder that git ignores. Sourced; the product needs none of it.
bench_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/.build-bench
bench_python="$bench_folder/venv/bin/python"

# bench_has PACKAGE==VERSION: whether it is installed.
bench_has() {
  [ -x "$bench_python" ] && "$bench_python" - "$1" 2>/dev/null <<'PYTHON'
import sys
from importlib.metadata import PackageNotFoundError, version

name, wanted = sys.argv[1].split("==")
try:
    sys.exit(version(name) != wanted)
except PackageNotFoundError:
    sys.exit(1)
PYTHON
}

# bench_install PACKAGE==VERSION: installs it where it is missing; fails where it cannot be had.
bench_install() {
  bench_has "$1" && return
  if [ ! -x "$bench_python" ]; then
    "${PYTHON:-python3}" -m venv "$bench_folder/venv" >&2 || return 1
  fi
  "$bench_python" -m pip install --quiet --disable-pip-version-check --retries 1 --timeout 15 \
    --only-binary :all: "$1" >&2
}

# bench_package NAME: NAME==VERSION as pinned.
bench_package() { grep "^$1==" "$(dirname "${BASH_SOURCE[0]}")/requirements.txt"; }
