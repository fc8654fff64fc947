package io.hilum.agents.record;

import io.hilum.agents.tool.Tool;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/**
 * Offers a tool for each kind of entries.
 */
class RecordTools implements BeanRegistrar {

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		for (RecordKind kind : RecordKind.values()) {
			registry.registerBean(kind.tool(), Tool.class, (tool) -> tool.supplier((beans) -> new RecordTool(kind,
					beans.bean(RecordReader.class), beans.bean(RecordProperties.class), beans.bean(Aliases.class))));
		}
	}

}
