import { dressPlayers } from "./modules/player.js";
import { keepTheme } from "./modules/theme.js";
import { carryFrames } from "./modules/transition.js";
import { keepVeils } from "./modules/veil.js";

keepTheme();
carryFrames();
keepVeils();
dressPlayers();
