package portico.practice.provider;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the provider heeds of a program's provider settings: the default tags. Region, credentials,
 * endpoints and the settings about them are accepted, since the given clients decide those.
 */
record ProviderConfig(Map<String, String> defaultTags) {
  static final ProviderConfig EMPTY = new ProviderConfig(Map.of());
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DEFAULT_TAGS = "defaultTags";

  ProviderConfig {
    defaultTags = Map.copyOf(defaultTags);
  }

  static ProviderConfig of(PropertyMap args) {
    return new ProviderConfig(parsed(args.get(DEFAULT_TAGS)).dictionary(Tagging.TAGS));
  }

  /** What would change the meaning of a program if it were not heeded. */
  static void check(PropertyMap args, Optional<String> region, Checker checker) {
    if (args.get("ignoreTags").isPresent()) {
      checker.fail("ignoreTags", "is not supported by Portico's own provider");
    }
    Optional<String> wanted = args.text("region");
    if (wanted.isPresent() && region.isPresent() && !wanted.equals(region)) {
      checker.fail(
          "region", "is %s, but this provider works in %s".formatted(wanted.get(), region.get()));
    }
  }

  /**
   * The inputs with the default tags that they do not override, as the official provider merges
   * them.
   */
  PropertyMap withDefaultTags(Schema schema, PropertyMap inputs) {
    if (defaultTags.isEmpty() || schema.input(Tagging.TAGS).isEmpty()) {
      return inputs;
    }
    Optional<PropertyValue> given = inputs.get(Tagging.TAGS);
    if (given.isPresent() && !(given.get() instanceof PropertyMap)) {
      return inputs;
    }
    Map<String, PropertyValue> merged = new TreeMap<>(PropertyMap.ofTexts(defaultTags).fields());
    inputs.map(Tagging.TAGS).ifPresent(tags -> merged.putAll(tags.fields()));
    return inputs.with(Tagging.TAGS, new PropertyMap(merged));
  }

  /** The engine sends objects among a provider's settings as JSON texts. */
  private static PropertyMap parsed(Optional<PropertyValue> value) {
    if (value.isPresent() && value.get() instanceof PropertyMap map) {
      return map;
    }
    if (value.isEmpty()
        || !(value.get() instanceof PropertyValue.Text(var json))
        || json.isEmpty()) {
      return PropertyMap.EMPTY;
    }
    Map<String, String> tags = new TreeMap<>();
    for (Map.Entry<String, JsonNode> tag : JSON.readTree(json).path(Tagging.TAGS).properties()) {
      tags.put(tag.getKey(), tag.getValue().asString());
    }
    return PropertyMap.EMPTY.with(Tagging.TAGS, PropertyMap.ofTexts(tags));
  }
}
