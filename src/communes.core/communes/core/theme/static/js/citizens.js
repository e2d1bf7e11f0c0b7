/* What the pages for citizens need of the small modules; they get it as one file. */
import { watchMenus } from "./menu.js";
import { watchDialogs } from "./dialog.js";
import { watchForms } from "./guard.js";
import { watchSuggestions } from "./suggest.js";
import { watchAlerts, watchFolds } from "./fold.js";
import { watchErrors } from "./errors.js";

watchMenus(document);
watchDialogs(document);
watchForms(document);
watchSuggestions(document);
watchFolds(document);
watchAlerts(document);
watchErrors(document);
