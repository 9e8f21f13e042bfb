// Moves the focus to the heading when the visitor has turned to another page, speaks what was said to assistive
// technology, and shows when the server is away.
(() => {
  const place = PLACE;
  const first = window.cosmosPlace === undefined;
  if (window.cosmosPlace !== place) {
    window.cosmosPlace = place;
    const turn = (left) => {
      const heading = document.querySelector("h1.cosmos-title");
      if (heading && heading.isConnected) {
        document.querySelector('[class*="st-key-step-here"]')?.scrollIntoView({ inline: "center", block: "nearest" });
        document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
        if (!first) heading.focus({ preventScroll: true });
      } else if (left) setTimeout(() => turn(left - 1), 50);
    };
    setTimeout(() => turn(20), 0);
  }
  if (!window.cosmosVoice) {
    // A live region is heard only if it was there before its text; Streamlit puts new elements in place of old ones.
    const voice = (window.cosmosVoice = document.createElement("p"));
    voice.id = "cosmos-voice";
    voice.setAttribute("role", "status");
    document.body.appendChild(voice);
    let heard = "0";
    new MutationObserver(() => {
      const said = document.querySelector("[data-say]");
      const number = said?.dataset.say ?? "0";
      if (number === heard) return;
      heard = number;
      voice.textContent = "";
      if (number !== "0") setTimeout(() => (voice.textContent = said.textContent), 50);
    }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-say"] });
  }
  if (!window.cosmosWatch) {
    window.cosmosWatch = setInterval(() => {
      const away = document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState;
      const lost = away !== undefined && away !== "CONNECTED";
      let sign = document.getElementById("cosmos-away");
      if (lost && !sign) {
        sign = document.createElement("p");
        sign.id = "cosmos-away";
        sign.setAttribute("role", "alert");
        sign.textContent = "The connection is lost. Please wait: what you have chosen so far is kept.";
        document.body.appendChild(sign);
      } else if (!lost && sign) sign.remove();
    }, 1000);
  }
  if (!window.cosmosClock) {
    // The server says once what is left of a step, and the browser counts on: clocks of two machines seldom agree.
    const began = new WeakMap();
    window.cosmosClock = setInterval(() => {
      for (const clock of document.querySelectorAll(".cosmos-clock[data-left]")) {
        const seen = began.get(clock);
        if (!seen || seen.left !== clock.dataset.left) began.set(clock, { left: clock.dataset.left, at: Date.now() });
        const left = Number(clock.dataset.left) - Math.round((Date.now() - began.get(clock).at) / 1000);
        const [minutes, seconds] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60];
        clock.toggleAttribute("data-over", left < 0);
        clock.textContent = `${minutes}:${String(seconds).padStart(2, "0")} ${left < 0 ? "over" : "left"}`;
      }
    }, 1000);
  }
})();
