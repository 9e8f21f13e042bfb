// Moves the focus to the heading when the visitor has turned to another page, speaks what was said to assistive
// technology, shows when the server is away, and lets the clock of a step run on. Loaded once with the document: the
// page says what it is in attributes (data-place, data-lead, data-say, data-left), and this watches them.
(() => {
  let place;
  const turn = () => {
    const heading = document.querySelector("h1.cosmos-title");
    if (!heading || heading.dataset.place === place) return;
    const first = place === undefined;
    place = heading.dataset.place;
    document.querySelector('[class*="st-key-step-here"]')?.scrollIntoView({ inline: "center", block: "nearest" });
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    if (!first) heading.focus({ preventScroll: true });
  };

  // Leads the focus on where a page says what comes next, once; never out of a field that somebody writes in.
  let led = "";
  const lead = () => {
    const told = document.querySelector("[data-lead]");
    const number = told?.dataset.lead ?? "";
    if (number === led) return;
    const target = told && document.querySelector(`.st-key-${CSS.escape(told.dataset.to)} :is(input, button)`);
    if (told && !target) return; // it is still to be drawn
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
    const state = document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState;
    const lost = state !== undefined && state !== "CONNECTED";
    const sign = document.getElementById("cosmos-away");
    document.body.toggleAttribute("data-away", lost);
    if (lost && !sign) {
      const told = document.createElement("p");
      told.id = "cosmos-away";
      told.setAttribute("role", "alert");
      told.textContent = "The connection is lost. Please wait a moment before you go on. What was saved is kept.";
      document.body.appendChild(told);
    } else if (!lost && sign) {
      sign.remove();
      // What was chosen on the way may not have arrived: a press of a button sends all that the page holds.
      document.querySelector(".st-key-look-again button")?.click();
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
      clock.textContent = `${minutes}:${String(seconds).padStart(2, "0")} ${left < 0 ? "over" : "left"}`;
    }
  };
  setInterval(() => {
    watch();
    tick();
  }, 1000);
})();
