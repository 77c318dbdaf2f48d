import { keepLanguage } from "./modules/language.js";
import { changeInPlace } from "./modules/search-results.js";
import { watchSelection } from "./modules/selection.js";
import { suggestWhileTyping } from "./modules/suggestions.js";
import { keepTheme } from "./modules/theme.js";
import { carryFrames } from "./modules/transition.js";

keepTheme();
keepLanguage();
watchSelection();
carryFrames();
changeInPlace();
suggestWhileTyping();
