package dev.hookwarden.local.cloudwatch.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML with CloudFormation's short tags, read as their long forms: {@code !Ref x} is {@code {Ref: x}}. */
public final class CloudFormationYaml {
    private CloudFormationYaml() {}

    /**
     * Reads a template.
     *
     * @throws org.yaml.snakeyaml.error.YAMLException when it is no YAML, or has a key twice
     */
    public static Node parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Node(new Yaml(new ShortTags(options)).load(yaml));
    }

    private static final class ShortTags extends SafeConstructor {
        ShortTags(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(org.yaml.snakeyaml.nodes.Node node) {
                    return longForm(node);
                }
            });
        }

        private Map<String, Object> longForm(org.yaml.snakeyaml.nodes.Node node) {
            String name = node.getTag().getValue().substring(1);
            Object argument = switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalStateException("A tag on " + node.getNodeId());
            };
            return switch (name) {
                case "Ref", "Condition" -> Map.of(name, argument);
                case "GetAtt" -> Map.of("Fn::GetAtt", List.of(((String) argument).split("\\.", 2)));
                default -> Map.of("Fn::" + name, argument);
            };
        }
    }
}
