/**
 * What the consoles of administrators and operators share: a complaint as staff see it, and a change asked for by staff
 * with its refusal in words.
 *
 * <p>Owns no table. It decides nothing: what may be done says the complaint, who may come in says each console.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.desk;
