/**
 * sample() - reads the callbacks
 * @cbs: the callbacks
 *
 * Note: called from NMI context.
 * Return: nothing
 */
void sample(void);

/**
 * strategy: comes too late to be front matter
 */
