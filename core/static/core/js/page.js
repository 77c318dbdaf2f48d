import { keepDeadlines } from "./modules/deadline.js";
import { keepTheme } from "./modules/theme.js";
import { carryFrames } from "./modules/transition.js";

keepTheme();
keepDeadlines();
carryFrames();
