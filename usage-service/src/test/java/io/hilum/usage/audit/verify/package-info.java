@NullMarked
package io.hilum.usage.audit.verify;

import org.jspecify.annotations.NullMarked;
