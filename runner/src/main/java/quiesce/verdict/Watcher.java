package quiesce.verdict;

/** Hears of checks that take long while they run, in any thread. */
public interface Watcher {
  /** Looks away. */
  Watcher NONE =
      new Watcher() {
        @Override
        public void progress(Subject subject, Forecast.Reading reading) {}

        @Override
        public void told(Subject subject, String what) {}
      };

  /** How far a run of TLC on the strategy has come; it may be one of several. */
  void progress(Subject subject, Forecast.Reading reading);

  /** What a user should know about the check of the strategy: that it was resumed, say. */
  void told(Subject subject, String what);
}
