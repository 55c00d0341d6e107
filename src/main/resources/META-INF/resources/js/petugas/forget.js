/* The page to sign in stands where nobody is signed in: then the phone keeps no page of anybody. What waits to be sent stays until its operator is back. */
import { wipeKept } from "./kept.js";
import { forgetList } from "./list-left.js";

if ("caches" in globalThis) wipeKept();
forgetList();
