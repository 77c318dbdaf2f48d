import { keepDeadlines } from "./modules/deadline.js";
import { raiseDome } from "./modules/dome.js";
import { keepLanguage } from "./modules/language.js";
import { watchSelection } from "./modules/selection.js";
import { keepTheme } from "./modules/theme.js";
import { carryFrames } from "./modules/transition.js";

keepTheme();
keepLanguage();
watchSelection();
keepDeadlines();
carryFrames();
raiseDome();
