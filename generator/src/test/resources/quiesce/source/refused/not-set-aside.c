#include
#include HEADER
module_init(begin);
module_exit(end);
late_initcall(begin);
module_param(depth, int, 0444);
