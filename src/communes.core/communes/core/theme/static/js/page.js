/* Starts the small modules on every page. None is needed to read or to send a
   form; each looks for its own data-attributes and leaves alone pages without. */
import { watchMenus } from "./menu.js";
import { watchDialogs } from "./dialog.js";
import { watchForms } from "./guard.js";
import { watchSelection } from "./select.js";
import { watchOrder } from "./reorder.js";
import { watchWork } from "./autosave.js";
import { watchSums } from "./sum.js";
import { watchDrafts } from "./draft.js";
import { watchKeys } from "./keys.js";
import { watchPoll } from "./poll.js";
import { watchSuggestions } from "./suggest.js";
import { watchAlerts, watchFolds } from "./fold.js";

watchMenus(document);
watchDialogs(document);
watchForms(document);
watchSelection(document);
watchOrder(document);
watchWork(document);
watchSums(document);
watchDrafts(document);
watchKeys(document);
watchPoll(document);
watchSuggestions(document);
watchFolds(document);
watchAlerts(document);

const summary = document.querySelector("[data-focus]");
if (summary && summary.dataset.focus !== "later") summary.focus();

/* A line of the error summary leads into the control, not only to its place. */
document.addEventListener("click", (event) => {
  const link = event.target.closest(".errs a[href^='#']");
  if (!link) return;
  const target = document.getElementById(link.hash.slice(1));
  const control = target && (target.matches("input,select,textarea") ? target : target.querySelector("input:not([type=hidden]),select,textarea"));
  if (control) { event.preventDefault(); control.scrollIntoView({ block: "center" }); control.focus(); }
});
