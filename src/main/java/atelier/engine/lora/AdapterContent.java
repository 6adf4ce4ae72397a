package atelier.engine.lora;

import java.util.List;

/**
 * What an adapter file holds.
 *
 * @param layers its changes, in the order of the file
 * @param notes what was passed over, one sentence each
 */
record AdapterContent(List<LayerAdapter> layers, List<String> notes) {}
