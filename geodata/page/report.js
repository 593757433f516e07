// Brings the map of a plan to life.

const carried = document.getElementById("map-data");
if (carried) {
  document.documentElement.classList.add("lively");
  const data = new MapData(JSON.parse(carried.textContent));
  data.marks = data.marks && new MapMarks(data.marks);
  new MapApp(document.getElementById("map"), data);
}
