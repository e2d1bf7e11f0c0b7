/* Numbers that must add up: [data-sum] in a form says how many are counted of
   data-sum-of, as one types; its words stay those of the server without script. */
import { say } from "./words.js";

export function watchSums(root) {
  root.addEventListener("input", (event) => tell(event.target.form));
  document.addEventListener("redrawn", () => root.querySelectorAll("form").forEach(tell));
  root.querySelectorAll("form").forEach(tell);
}

function tell(form) {
  for (const place of form?.querySelectorAll("[data-sum]") || []) {
    const counted = [...form.querySelectorAll("input[type=number]")].reduce((sum, one) => sum + (Number(one.value) || 0), 0);
    const wanted = Number(place.dataset.sumOf);
    const rest = wanted - counted;
    const words = rest === 0 ? say("sumRight") : say(rest > 0 ? "sumMissing" : "sumOver", { count: Math.abs(rest) });
    place.textContent = say("sum", { counted, wanted, words });
    place.dataset.state = rest === 0 ? "saved" : "failed";
  }
}
