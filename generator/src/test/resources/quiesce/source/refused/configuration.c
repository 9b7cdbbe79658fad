/**
 * config: CONFIG_KNOWN=y CONFIG_KNOWN=n CONFIG_HZ=250
 * config: CONFIG_NEVER_ASKED=y
 */
#ifdef CONFIG_KNOWN
int known;
#endif
#if defined(CONFIG_ONE) && (IS_ENABLED(CONFIG_OTHER) || 1)
int one;
#elif CONFIG_HZ > 100
int fast;
#else
int slow;
#endif
#if 0 && defined(CONFIG_NOT_ASKED)
not read
#endif
#undef CONFIG_GONE
#ifdef CONFIG_GONE
not read
#endif

void sample(void)
{
	if (IS_ENABLED(CONFIG_EXPRESSION) && known)
		known = IS_BUILTIN(CONFIG_TWICE);
}
#else
#if 1
int open;
