// Moves the focus to the heading when the visitor has turned to another page, speaks what was said to assistive
// technology, shows when the server is away, and lets the clock of a step run on. Loaded once with the document: the
// page says what it is in attributes (data-place, data-lead, data-say, data-left), and this watches them. What it
// finds of Streamlit, and says to people, is in `cosmos`, which theme.file puts before this.
(() => {
  let place;
  const turn = () => {
    const heading = document.querySelector("h1.cosmos-title");
    if (!heading || heading.dataset.place === place) return;
    const first = place === undefined;
    place = heading.dataset.place;
    document.querySelector(`[class*="${cosmos.key}-step-here"]`)?.scrollIntoView({ inline: "center", block: "nearest" });
    document.querySelector(cosmos.main)?.scrollTo(0, 0);
    if (!first) heading.focus({ preventScroll: true });
  };

  // Leads the focus on where a page says what comes next, once; never out of a field that somebody writes in.
  let led = "";
  const lead = () => {
    const mark = document.querySelector("[data-lead]");
    const number = mark?.dataset.lead ?? "";
    if (number === led) return;
    const target = mark && document.querySelector(`.${cosmos.key}-${CSS.escape(mark.dataset.to)} :is(input, button)`);
    if (mark && !target) return; // it is still to be drawn
    led = number;
    if (target && !document.activeElement?.value) target.focus();
  };

  // A live region is heard only if it was there before its text; Streamlit puts new elements in place of old ones.
  const voice = document.createElement("p");
  voice.id = "cosmos-voice";
  voice.setAttribute("role", "status");
  document.body.appendChild(voice);
  let heard = "0";
  const speak = () => {
    const said = document.querySelector("[data-say]");
    const number = said?.dataset.say ?? "0";
    if (number === heard) return;
    heard = number;
    voice.textContent = "";
    if (number !== "0") setTimeout(() => (voice.textContent = said.textContent), 50);
  };

  new MutationObserver(() => {
    turn();
    lead();
    speak();
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-place", "data-say", "data-lead"],
  });

  const watch = () => {
    const state = document.querySelector(cosmos.app)?.getAttribute(cosmos.connection) ?? cosmos.connected;
    const lost = state !== cosmos.connected;
    const sign = document.getElementById("cosmos-away");
    document.body.toggleAttribute("data-away", lost);
    if (lost && !sign) {
      const banner = document.createElement("p");
      banner.id = "cosmos-away";
      banner.setAttribute("role", "alert");
      banner.textContent = cosmos.connectionLost;
      document.body.appendChild(banner);
    } else if (!lost && sign) {
      sign.remove();
      // What was chosen on the way may not have arrived: a press of a button sends all that the page holds.
      document.querySelector(`.${cosmos.key}-look-again button`)?.click();
    }
  };

  // The server says once what is left of a step, and the browser counts on: clocks of two machines seldom agree.
  const began = new WeakMap();
  const tick = () => {
    for (const clock of document.querySelectorAll(".cosmos-clock[data-left]")) {
      const seen = began.get(clock);
      if (!seen || seen.left !== clock.dataset.left) began.set(clock, { left: clock.dataset.left, at: Date.now() });
      const left = Number(clock.dataset.left) - Math.round((Date.now() - began.get(clock).at) / 1000);
      const [minutes, seconds] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60];
      clock.toggleAttribute("data-over", left < 0);
      const time = `${minutes}:${String(seconds).padStart(2, "0")}`;
      clock.textContent = (left < 0 ? cosmos.timeOver : cosmos.timeLeft).replace("{time}", time);
    }
  };
  setInterval(() => {
    watch();
    tick();
  }, 1000);
})();
