<#-- The figures of bench/run. -->
# Performance

Measured by `bench/run`, which writes this file; [CONTRIBUTING.md](../CONTRIBUTING.md#benchmark) says how to run it.

| machine | |
| --- | --- |
| processors | ${processors}, ${processor} |
| memory | ${gigabytes} GB |
| JVM | ${jvm} |
| TLC | ${tlc} |

Every figure is a ratio of medians unless it has a unit; the spread is the minimum and the maximum of the rounds. The two sides take turns. *Plain TLC* is `java -XX:+UseParallelGC -cp tla2tools.jar tlc2.TLC` in a shell loop,
`bench/plain`, on the files that `quiesce generate` writes, as often as is needed for the same verdicts: once for each
configuration, again without each invariant that it finds violated, and, where one of several temporal properties is
violated, once for each of these. The verdicts of the two are compared.

| figure | median | spread | rounds | target | |
| --- | --- | --- | --- | --- | --- |
<#list figures as f>
| ${f.title} | ${f.median} | ${f.spread} | <#if f.rounds gt 0>${f.rounds}</#if> | ${f.target} | ${f.outcome} |
</#list>

<#list figures as f><#if f.notes?has_content>
- *${f.title}.* ${f.notes?join(" ")}
</#if></#list>

*Nothing remembered*: the cache of results is empty, or not used. Two archives of classes, which quiesce makes once for each TLC and JVM, exist, as they do from a user's second check on. *All remembered*: the same command again.
