import { keepLanguage } from "./modules/language.js";
import { watchSelection } from "./modules/selection.js";
import { keepTheme } from "./modules/theme.js";
import { carryFrames } from "./modules/transition.js";
import { keepVeils } from "./modules/veil.js";
import { keepWalk } from "./modules/walk.js";

keepTheme();
keepLanguage();
watchSelection();
carryFrames();
keepVeils();
keepWalk();
