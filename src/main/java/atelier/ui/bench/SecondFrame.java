package atelier.ui.bench;

import javafx.animation.AnimationTimer;

/** Waits for the second frame: the first one shows the window, the second that it lives. */
public final class SecondFrame extends AnimationTimer {

    private final Runnable reached;
    private int frames;

    /**
     * @param reached done once, on the JavaFX thread
     */
    public SecondFrame(Runnable reached) {
        this.reached = reached;
    }

    @Override
    public void handle(long now) {
        frames++;
        if (frames == 2) {
            stop();
            reached.run();
        }
    }
}
