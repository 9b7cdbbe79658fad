<#import "../../types.ftl" as types>
<#if spec.dereferences!false>
\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF ${types.nowhere()} THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
<#if spec.tearsDown>
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
</#if>
  ELSE {}

</#if>
<#if spec.callsStoredSlots!false>
\* What is wrong with calling a slot of the object.
SlotMisuse(o, slots) ==
  IF Misuse(o) # {} THEN Misuse(o)
  ELSE IF slots[o] = Uninitialised THEN {"use before initialisation"}
  ELSE IF slots[o] = NULL THEN {"NULL dereference"}
  ELSE {}

</#if>
<#if spec.loadsMembers!false>
\* What is wrong with reading a member of the object.
MemberMisuse(o, members) ==
  IF Misuse(o) # {} THEN Misuse(o)
  ELSE IF members[o] = Uninitialised THEN {"use before initialisation"}
  ELSE {}

</#if>
