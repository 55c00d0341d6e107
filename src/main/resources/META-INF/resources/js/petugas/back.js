/* On pages that one comes to from the list of cases. */
import { leadBack } from "./list-left.js";

leadBack();
