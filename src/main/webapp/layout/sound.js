/* A short two-tone for critical messages; off until somebody switches it on, because browsers want a click first. */
import { byId, setText } from "./dom.js";
import { t } from "./texts.js";

let audio = null;

function tone(frequency, begin) {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0.15, audio.currentTime + begin);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + begin + 0.35);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(audio.currentTime + begin);
  oscillator.stop(audio.currentTime + begin + 0.4);
}

export function chime() {
  if (audio) {
    tone(660, 0);
    tone(880, 0.2);
  }
}

export function offerSound() {
  const control = byId("sound");
  control.addEventListener("click", () => {
    const on = audio === null;
    if (on) {
      audio = new AudioContext();
      chime();
    } else {
      audio.close();
      audio = null;
    }
    control.setAttribute("aria-pressed", String(on));
    setText(control, t(on ? "soundOn" : "sound"));
  });
}
