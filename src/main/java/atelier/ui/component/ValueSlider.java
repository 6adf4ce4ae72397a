package atelier.ui.component;

import atlantafx.base.controls.ProgressSliderSkin;
import java.util.Locale;
import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A number that is dragged, stepped by arrow keys, or typed; a double click brings the default. */
public final class ValueSlider extends HBox {

    private static final double FIELD = 52;
    private static final double LABEL = 84;
    private static final int FAST = 10;

    private boolean writing;
    private final Slider slider = new Slider();
    private final TextField field = new TextField();
    private final Label label = new Label();
    private double step = 1;
    private double usual;
    private int decimals;
    private @Nullable DoubleFunction<String> writer;

    /** From 0 to 100. */
    public ValueSlider() {
        super(12);
        getStyleClass().add("value-slider");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        slider.getStyleClass().add("small");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setMinWidth(40);
        HBox.setHgrow(slider, Priority.ALWAYS);
        label.setMinWidth(LABEL);
        label.setLabelFor(slider);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        field.getStyleClass().add("number");
        field.setMinWidth(FIELD);
        field.setPrefWidth(FIELD);
        field.setMaxWidth(FIELD);
        getChildren().addAll(label, slider, field);
        slider.valueProperty().subscribe(this::show);
        field.setOnAction(_ -> take());
        field.textProperty().subscribe(this::follow);
        field.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        take();
                    }
                });
        slider.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                slider.setValue(usual);
            }
        });
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        double by = event.isShiftDown() ? step * FAST : step;
        if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.UP) {
            set(slider.getValue() + by);
            event.consume();
        } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.DOWN) {
            set(slider.getValue() - by);
            event.consume();
        }
    }

    private void set(double value) {
        double stepped = Math.round(value / step) * step;
        slider.setValue(Math.clamp(stepped, slider.getMin(), slider.getMax()));
    }

    /** Follows what is being typed, so that it counts before the field is left. */
    private void follow() {
        if (writing || !field.isFocused()) {
            return;
        }
        writing = true;
        try {
            double typed = Double.parseDouble(field.getText().strip().replace(',', '.'));
            if (typed >= slider.getMin() && typed <= slider.getMax()) {
                set(typed);
            }
        } catch (NumberFormatException e) {
            // It is not a number yet.
        } finally {
            writing = false;
        }
    }

    private void show() {
        // What is being typed is not written anew under the cursor.
        if (writing) {
            return;
        }
        writing = true;
        write();
        writing = false;
    }

    private void write() {
        field.setText(
                writer == null
                        ? String.format(Locale.ROOT, "%." + decimals + "f", slider.getValue())
                        : writer.apply(slider.getValue()));
    }

    private void take() {
        try {
            set(Double.parseDouble(field.getText().strip().replace(',', '.')));
        } catch (NumberFormatException e) {
            // What is no number is put back below.
        }
        show();
    }

    /**
     * Sets its range.
     *
     * @param least of it
     * @param most of it
     * @param by one step of the arrow keys
     * @param standard what a double click brings
     * @param places decimals shown
     */
    public void range(double least, double most, double by, double standard, int places) {
        step = by;
        usual = standard;
        decimals = places;
        slider.setMin(least);
        slider.setMax(most);
        slider.setBlockIncrement(by);
        show();
    }

    /** Has its number written in another way, such as that of the language chosen. */
    public void write(DoubleFunction<String> way) {
        writer = way;
        show();
    }

    /** The number. */
    public DoubleProperty valueProperty() {
        return slider.valueProperty();
    }

    /** What it is called. */
    public javafx.beans.property.StringProperty textProperty() {
        return label.textProperty();
    }

    /** What it is called. */
    public String getText() {
        return label.getText();
    }

    /** Sets what it is called. */
    public void setText(String words) {
        label.setText(words);
    }

    /** The slider itself, for names. */
    public Slider slider() {
        return slider;
    }
}
