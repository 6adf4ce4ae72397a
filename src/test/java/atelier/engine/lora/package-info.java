/** Tests of adapters, over the reference's tiny model. */
package atelier.engine.lora;
