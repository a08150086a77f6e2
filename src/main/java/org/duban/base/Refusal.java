package org.duban.base;

import java.util.List;

/**
 * An action that was not done, with a reason for the person who tried. Nothing was changed: the transaction rolls back.
 *
 * <p>The message key names a text in the message bundles ({@code refusal.…}); the arguments fill its places.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> arguments;

    public Refusal(String messageKey, Object... arguments) {
        super(messageKey + List.of(arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    /** Also the answer for things that exist but that the caller may not see, so that their existence does not leak. */
    public static Refusal notFound() {
        return new Refusal("refusal.notFound");
    }

    /**
     * Somebody else did this before, or it is no longer possible; the page should be read again. Where it is known who
     * that was, {@code HandledBefore} says so.
     */
    public static Refusal alreadyHandled() {
        return new Refusal("refusal.alreadyHandled");
    }

    /** Nothing stands against it but the work of others at this moment; it may be tried again as it is. */
    public static Refusal busy() {
        return new Refusal("refusal.busy");
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
