/* nothing */ // at all
/**/ /***/
