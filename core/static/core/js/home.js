import { keepDeadlines } from "./modules/deadline.js";
import { raiseDome } from "./modules/dome.js";
import { keepTheme } from "./modules/theme.js";
import { carryFrames } from "./modules/transition.js";

keepTheme();
keepDeadlines();
carryFrames();
raiseDome();
