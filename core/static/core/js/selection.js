import { keepLanguage } from "./modules/language.js";
import { showSelection } from "./modules/selected.js";
import { keepTheme } from "./modules/theme.js";
import { carryFrames } from "./modules/transition.js";

keepTheme();
keepLanguage();
carryFrames();
showSelection();
