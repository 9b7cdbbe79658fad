<#-- As under tso, but with a buffer for each location: stores to different ones leave in any order. -->
<#include "../tso/memory.ftl">
<#-- What a template defines itself it defines before it includes another one. -->
<#include "buffers.ftl">
