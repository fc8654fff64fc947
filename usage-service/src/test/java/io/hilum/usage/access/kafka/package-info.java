@NullMarked
package io.hilum.usage.access.kafka;

import org.jspecify.annotations.NullMarked;
