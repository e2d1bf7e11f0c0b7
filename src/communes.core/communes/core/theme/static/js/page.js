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
import { watchErrors } from "./errors.js";

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
watchErrors(document);
