<#import "statements.litmus.ftl" as s>
C ${name}

(*
<#if license?has_content>
 * SPDX-License-Identifier: ${license}
 *
</#if>
 * Result: ${result}
 *
 * ${title} of ${strategy}, from ${file}:
 * ${meaning}.
 *
 * Written by quiesce from the steps of the strategy. The condition is a run that violates the
 * property. There are no interrupts here: a handler is a process, in a read-side section. Plain
 * accesses are marked, and a plain load that the compiler may repeat is repeated.
<#list processes as p>
 *
 * P${p?index}: ${p.comment}
</#list>
 *)

{
<#list initial as i>
	${i};
</#list>
}

<#list processes as p>
P${p?index}(<#list p.parameters as q>${q}<#sep>, </#list>)
{
<#list p.registers as r>
	${r};
</#list>
<#if p.registers?has_content>

</#if>
<@s.statements p.body 1/>
}

</#list>
exists (${condition})
