import { keepLanguage } from "./modules/language.js";
import { keepTheme } from "./modules/theme.js";
import { carryFrames } from "./modules/transition.js";
import { keepVeils } from "./modules/veil.js";
import { keepWalk } from "./modules/walk.js";

keepTheme();
keepLanguage();
carryFrames();
keepVeils();
keepWalk();
