/** Weight files, sound and hostile. */
package atelier.engine.weights;
