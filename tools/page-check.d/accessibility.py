"""What a page owes to those who see little, hear it or use keys: WCAG 2.1 as far as a script can tell."""

CONTRAST = """(() => {
  const parse = (text) => {
    const parts = text.match(/[\\d.]+/g)?.map(Number);
    return parts && { rgb: parts.slice(0, 3), alpha: parts[3] ?? 1 };
  };
  const over = (top, under) => top.rgb.map((part, i) => part * top.alpha + under[i] * (1 - top.alpha));
  const ground = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour?.alpha) layers.push(colour);
      if (colour?.alpha === 1) break;
    }
    const page = parse(getComputedStyle(document.body).backgroundColor).rgb;
    return layers.reverse().reduce((under, layer) => over(layer, under), page);
  };
  const light = (rgb) => rgb.map((part) => part / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (one, other) => {
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const pairs = new Map();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || ["SCRIPT", "TITLE", "DESC", "title", "desc"].includes(element.tagName)) continue;
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const colour = parse(isDrawn ? style.fill : style.color);
    const under = ground(element);
    const found = ratio(over(colour, under), under);
    const key = `${colour.rgb} on ${under.map(Math.round)}`;
    if (!pairs.has(key)) pairs.set(key, [found, element.tagName + "." + (element.getAttribute("class") ?? "") + " " + node.data.trim().slice(0, 20)]);
  }
  return [...pairs].map(([key, [found, where]]) => [found, key, where]);
})()"""

# Each gives what is wrong.
RULES = {
    "every picture has a text instead": """[...document.querySelectorAll('svg, canvas, img')].filter((one) => {
      const names = (one.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
      return !(names.join('').trim() || one.getAttribute('aria-label')?.trim()) || !one.getAttribute('role');
    }).map((one) => one.outerHTML.slice(0, 80))""",
    "the page and what is Chinese in it say their language": """(() => {
      const page = document.documentElement.lang;
      if (page.startsWith('zh')) return [];
      if (!page) return ['html'];
      const wrong = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node; (node = walk.nextNode());) {
        const element = node.parentElement;
        // Titles and descriptions of pictures hold no spans, so that mixed ones cannot say it.
        if (['SCRIPT', 'title', 'desc'].includes(element.tagName) || !/[\u3400-\u9fff]/.test(node.data)) continue;
        if (!element.closest('[lang]').getAttribute('lang').startsWith('zh')) wrong.push(element.tagName + ' ' + node.data.slice(0, 30));
      }
      return wrong;
    })()""",
    "headings go down a level at a time": """(() => {
      const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => Number(one.tagName[1]));
      const wrong = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1).map(String);
      return levels.filter((level) => level === 1).length === 1 ? wrong : ['h1'];
    })()""",
    "titles of tables say what they are of": """[...document.querySelectorAll('table')].filter((table) =>
      !table.querySelector('th') || [...table.querySelectorAll('th')].some((one) => !one.getAttribute('scope'))
    ).map((one) => one.outerHTML.slice(0, 80))""",
    "what is operated has a name": """[...document.querySelectorAll('button, input, select, a, summary, [role=listbox]')].filter((one) =>
      !(one.getAttribute('aria-label') || one.labels?.length && [...one.labels].some((label) => label.textContent.trim())
        || !['INPUT', 'SELECT'].includes(one.tagName) && one.textContent.trim())).map((one) => one.outerHTML.slice(0, 80))""",
    "ids stand once": """(() => {
      const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
      return ids.filter((id, i) => ids.indexOf(id) !== i);
    })()""",
    "nothing jumps the queue of the focus": """[...document.querySelectorAll('[tabindex]')].filter((one) =>
      one.tabIndex > 0).map((one) => one.outerHTML.slice(0, 80))""",
}


def focus_order(page):
    """Elements that Tab reaches before one that stands earlier in the page."""
    page.run("document.activeElement.blur(); window.scrollTo(0, 0); window.tabbed = null; window.wrong = []; window.count = 0")
    for _ in range(60):
        page.key("Tab", 9)
        page.run("""(() => {
          const now = document.activeElement;
          if (now === document.body) return;
          window.count += 1;
          if (window.tabbed && !(window.tabbed.compareDocumentPosition(now) & 4)) window.wrong.push(now.id || now.tagName);
          window.tabbed = now;
        })()""")
        if page.run("document.activeElement === document.body"):
            break
    return page.run("[window.wrong, window.count]")


def check(page, expect):
    """Tries every rule by day, contrasts by night too; `expect` is told of each and counts what fails."""
    page.screen(1366, 768)
    page.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for name, script in RULES.items():
        wrong = page.run(script)
        expect(name, not wrong, "; ".join(wrong[:6]))
    for dark in (False, True):
        page.screen(1366, 768, dark=dark)
        pairs = page.run(CONTRAST)
        low = [pair for pair in pairs if pair[0] < 4.5]
        expect(f"text stands out 4.5 to 1 by {'night' if dark else 'day'}", not low,
               "; ".join(f"{ratio:.2f} {key} {where}" for ratio, key, where in low[:6])
               or f"{len(pairs)} pairs of colours, the least {min(pairs)[0]:.1f}")
    page.screen(1366, 768)
    page.run("document.querySelectorAll('details').forEach((one) => { one.open = false; })")
    wrong, count = focus_order(page)
    expect("Tab goes through the page in its order", not wrong and count > 5, wrong or f"{count} places")
