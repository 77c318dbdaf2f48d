import { offerZoom } from "./modules/closer.js";
import { offerKeeping } from "./modules/keeping.js";
import { keepLanguage } from "./modules/language.js";
import { keepTheme } from "./modules/theme.js";
import { carryFrames } from "./modules/transition.js";
import { keepVeils } from "./modules/veil.js";

keepTheme();
keepLanguage();
carryFrames();
keepVeils();
offerKeeping();
offerZoom();
