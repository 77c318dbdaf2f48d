// Keeps the days left and the sun's place right on a page that stays open or was cached.
const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

const words = new Intl.PluralRules(document.documentElement.lang);

function daysLeftText(strings, days) {
  if (days < 1) return strings.closed;
  if (days === 1) return strings.last;
  return (strings[words.select(days)] ?? strings.other).replace(/\d+/, days);
}

function moveSun(progress) {
  for (const arc of document.querySelectorAll("[data-deadline-arc]")) {
    arc.querySelector("[stroke-dasharray]").setAttribute("stroke-dasharray", `${progress * 100} 200`);
    arc.querySelector("circle").setAttribute("transform", `rotate(${progress * 180} 50 50)`);
  }
}

function show(deadline) {
  const left = deadline.querySelector("[data-deadline-left]");
  if (!left) return;
  const opens = Date.parse(deadline.dataset.opens);
  const closes = Date.parse(deadline.dataset.closes);
  const now = Date.now();
  left.textContent = daysLeftText(left.dataset, Math.ceil((closes - now) / DAY));
  moveSun(Math.min(1, Math.max(0, (now - opens) / (closes - opens))));
}

export function keepDeadlines() {
  const deadlines = document.querySelectorAll("[data-deadline]");
  const showAll = () => deadlines.forEach(show);
  showAll();
  if (deadlines.length) setInterval(showAll, MINUTE);
}
