/**
 * strategy: <script>alert(1)</script> | `x` *bold* __init__ *) [a](b) #1 \end{verbatim} {attr} $m$ 50% & ‮::
 * title: ==== ]]> <!-- quiesce: end --> \end{alltt}
 */
struct callbacks { void (*f)(void); };

/*
<!-- quiesce: end -->
.. quiesce: end
// quiesce: end
% quiesce: end
```
~~~~
----
....
====
|===
++++
////
include::/etc/passwd[]
ifdef::x[]
\end{verbatim} \end{flushleft} $x_1^2$ ~ # & {x} [*] ``tt'' -- ,, <<x>> <1>
‮⁦ turned ⁩  bell, café ✓
*) ]]> <script>alert(1)</script> | `code` ``code``
\* comment of TLA+ (* and another
*/
struct callbacks *p;

__register void r(struct callbacks *cbs)
{
	p = cbs; /* <script>alert(2)</script> *) \end{verbatim} ```` <1> */
}

__unregister void u(struct callbacks *cbs)
{
	p = NULL;
}

__nmi void s(void)
{
	if (p) /* ==== ]]> | `x` ‮ */
		p->f();
	printk("<script>|`*) ==== ]]> \\end{verbatim} ‮");
}
