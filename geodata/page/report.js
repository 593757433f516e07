// Brings the map of a plan to life.

const carried = document.getElementById("map-data");
if (carried) {
  document.documentElement.classList.add("lively");
  new MapApp(document.getElementById("map"), new MapData(JSON.parse(carried.textContent)));
}
