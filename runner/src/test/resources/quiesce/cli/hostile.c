/**
 * strategy: <script>alert("1")</script> | `code` ``` *) (* ==== ]]> --> &amp; \end{verbatim} $x$ [a](b) {0} _e_ ~s~ ‮gnp.exe⁦ end
 * title: the title <script>alert("1")</script> | `code` ``` *) (* ==== ]]> --> &amp; \end{verbatim} $x$ [a](b) {0} _e_ ~s~ ‮gnp.exe⁦ end
 * question: the question <script>alert("1")</script> | `code` ``` *) (* ==== ]]> --> &amp; \end{verbatim} $x$ [a](b) {0} _e_ ~s~ ‮gnp.exe⁦ end
 * source: the source <script>alert("1")</script> | `code` ``` *) (* ==== ]]> --> &amp; \end{verbatim} $x$ [a](b) {0} _e_ ~s~ ‮gnp.exe⁦ end
 */
struct callbacks {
	bool (*is_in_guest)(void);
};

struct callbacks *guest_cbs;

__register void register_callbacks(struct callbacks *cbs)
{
	WRITE_ONCE(guest_cbs, cbs); /* the comment <script>alert("1")</script> | `code` ``` *) (* ==== ]]> --> &amp; \end{verbatim} $x$ [a](b) {0} _e_ ~s~ ‮gnp.exe⁦ end */
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	WRITE_ONCE(guest_cbs, NULL); printk("the literal <script>alert(\"1\")</script> | `code` ``` *) (* ==== ]]> --> &amp; \\end{verbatim} $x$ [a](b) {0} _e_ ~s~ ‮gnp.exe⁦ end\n");
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(guest_cbs);

	if (cbs)
		cbs->is_in_guest(); // the note <script>alert("1")</script> | `code` ``` *) (* ==== ]]> --> &amp; \end{verbatim} $x$ [a](b) {0} _e_ ~s~ ‮gnp.exe⁦ end
}
