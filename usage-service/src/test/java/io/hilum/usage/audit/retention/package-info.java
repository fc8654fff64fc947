@NullMarked
package io.hilum.usage.audit.retention;

import org.jspecify.annotations.NullMarked;
