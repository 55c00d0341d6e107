package id.sipakatau.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.EvaluatedParams;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * Texts in templates, in the language of the template.
 *
 * <ul>
 *   <li><code>{t:nav_watch}</code>, <code>{t:ago_hours(n)}</code>: the text of that key
 *   <li><code>{t:of('progress_', value)}</code>: the text whose key is the two put together
 *   <li><code>{t:json('js_', 'map_js_')}</code>: all texts whose keys begin so, as JSON for a script
 * </ul>
 */
@EngineConfiguration
class TextInTemplates implements NamespaceResolver {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String getNamespace() {
        return "t";
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        var texts = Texts.of(locale(context));
        var arguments = EvaluatedParams.evaluate(context);
        return arguments.stage.thenApply(done -> {
            var values = new Object[context.getParams().size()];
            for (int i = 0; i < values.length; i++) {
                try {
                    values[i] = arguments.getResult(i);
                } catch (Exception e) {
                    throw new IllegalStateException("Argument " + i + " of text " + context.getName(), e);
                }
            }
            return switch (context.getName()) {
                case "of" -> texts.text(values[0] + String.valueOf(values[1]));
                case "json" -> json(texts, values);
                default -> texts.text(context.getName(), values);
            };
        });
    }

    private static Locale locale(EvalContext context) {
        return context.getAttribute(TemplateInstance.LOCALE) instanceof Locale locale ? locale : Texts.INDONESIAN;
    }

    private static RawString json(Texts texts, Object[] prefixes) {
        var chosen = new TreeMap<String, String>();
        for (var prefix : prefixes) {
            chosen.putAll(texts.startingWith(String.valueOf(prefix)));
        }
        try {
            return new RawString(JSON.writeValueAsString(chosen).replace("<", "\\u003c"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
